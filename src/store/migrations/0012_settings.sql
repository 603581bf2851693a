-- A setting is stored under the key by which the office knows it, and remembers who at the campus confirmed it.
ALTER TABLE settings ADD COLUMN confirmed_on TEXT CHECK (confirmed_on IS date(confirmed_on));
ALTER TABLE settings ADD COLUMN confirmed_by TEXT
    CHECK (confirmed_by <> '' AND (confirmed_by IS NULL) = (confirmed_on IS NULL));

UPDATE settings SET key = CASE key
    WHEN 'campus.preset'           THEN 'plantel.modelo'
    WHEN 'campus.name'             THEN 'plantel.nombre'
    WHEN 'campus.department'       THEN 'plantel.departamento'
    WHEN 'campus.identifier_label' THEN 'plantel.identificador'
    WHEN 'campus.control_code'     THEN 'plantel.clave'
    WHEN 'campus.delegation'       THEN 'plantel.delegacion'
    WHEN 'campus.plantel_key'      THEN 'plantel.codigo'
    WHEN 'campus.phone'            THEN 'plantel.telefono'
    WHEN 'campus.email'            THEN 'plantel.correo'
    WHEN 'campus.mail_domain'      THEN 'plantel.dominio'
    WHEN 'campus.careers'          THEN 'plantel.carreras'
    WHEN 'clerk'                   THEN 'atiende.ahora'
    ELSE key END;

-- The careers were a JSON list; a list is one item a line.
UPDATE settings
SET value = (SELECT coalesce(group_concat(trim((career.value ->> 'key') || ' ' || (career.value ->> 'name')), char(10)), '')
             FROM json_each(settings.value) AS career)
WHERE key = 'plantel.carreras' AND json_valid(value);
