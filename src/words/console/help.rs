//! Help texts of the console, by the command or argument that they explain.

/// The program.
pub const ABOUT: &str = "Registro del seguro facultativo IMSS en la ventanilla de Servicios Escolares.\n\
                         Sin una orden abre la ventana; con una orden hace lo mismo desde la terminal.";
/// The headings of every help text.
pub const TEMPLATE: &str = "{about}\n\nUso: {usage}\n\n{all-args}{after-help}";
/// Below the program's own help.
pub const AFTER: &str =
    "Salida: 0, se hizo; 1, no se hizo o hay algo que revisar; 2, la orden no se entiende.";
/// Heading.
pub const COMMANDS: &str = "Órdenes";
/// Heading.
pub const ARGUMENTS: &str = "Argumentos";
/// Heading.
pub const OPTIONS: &str = "Opciones";
/// `--datos`.
pub const DATA: &str = "Carpeta del registro (también con la variable VENTANILLA_DATOS)";
/// `--ahora`.
pub const NOW: &str = "Fecha y hora que se toman por actuales: 2026-11-21 o 2026-11-21T10:30";
/// `--demo`.
pub const DEMO_WINDOW: &str = "Abre la ventana con un plantel de muestra, que no se guarda";
/// `--ayuda`.
pub const HELP: &str = "Muestra esta ayuda";
/// `--version`.
pub const VERSION: &str = "Muestra la versión del programa";
/// `--json`.
pub const JSON: &str = "Escribe JSON en lugar de texto";
/// `revisar`.
pub const REVIEW: &str = "Revisa números NSS o CURP sin tocar ningún registro";
/// What is reviewed.
pub const REVIEW_WHAT: &str = "Lo que se revisa: nss o curp";
/// The values.
pub const REVIEW_VALUES: &str = "Los números; sin ellos se leen de la entrada, uno por renglón";
/// `iniciar`.
pub const SET_UP: &str = "Crea el registro en una carpeta que aún no lo tiene";
/// `--plantel`.
pub const CAMPUS: &str = "minatitlan, tehuacan u otro";
/// `--nombre`.
pub const CAMPUS_NAME: &str = "Nombre del plantel; hace falta con «otro»";
/// `--atiende`.
pub const CLERK: &str = "Nombre de quien atiende la ventanilla";
/// `registrar`.
pub const REGISTER: &str = "Registra estudiantes, un objeto JSON por renglón";
/// `registrar --json`.
pub const REGISTER_FROM: &str = "Archivo con un objeto JSON por renglón, o - para la entrada";
/// Below the help of `registrar`.
pub const REGISTER_KEYS: &str = "Datos de cada objeto: matricula, nombres, primer_apellido, segundo_apellido, sin_apellidos,\n\
     curp, motivo_curp, sexo, nacimiento, lugar, carrera, semestre, periodo, situacion, nss,\n\
     nss_estado, nss_fecha, motivo_nss, umf (36, 31/36 o su ciudad), turno, consultorio,\n\
     correo, telefono; con \"provisional\": true y sin matricula se da el siguiente folio\n\
     provisional.";
/// `buscar`.
pub const FIND: &str = "Busca por nombre, número de control, NSS o CURP";
/// What to find.
pub const FIND_TEXT: &str = "Lo que se busca; \"\" lista a todos";
/// `--limite`.
pub const LIMIT: &str = "Cuántos renglones, como máximo";
/// `ficha`.
pub const RECORD: &str = "Muestra una ficha completa";
/// The number of a student.
pub const WHO: &str = "Número de control o folio provisional";
/// `alta`.
pub const ALTA: &str = "Prepara el alta para el próximo corte";
/// `baja`.
pub const BAJA: &str = "Prepara la baja para el próximo corte";
/// `--motivo`.
pub const MOTIVE: &str = "egreso, no_reinscrito, baja_temporal, baja_definitiva, otro_seguro o a_peticion";
/// `vigencia`.
pub const VIGENCIA: &str = "Registra lo que dice una constancia, o lista a quién falta comprobar";
/// `vigencia registrar`.
pub const VIGENCIA_RECORD: &str = "Registra lo que dijo un documento sobre la vigencia";
/// `vigencia pendientes`.
pub const VIGENCIA_PENDING: &str = "Lista a quienes se les terminó el plazo sin que nadie comprobara";
/// The verdict.
pub const VERDICT: &str = "Lo que dice el documento: si, vigente; no, no vigente";
/// `--fecha`.
pub const CONSULTED_ON: &str = "Fecha de la consulta, como 2026-11-21; si falta, hoy";
/// `--fuente`.
pub const SOURCE: &str = "constancia (si falta), ventanilla, llamada o acuse";
/// `--nuestra`.
pub const OURS: &str = "Si la afiliación la hizo este plantel";
/// Below the help of `vigencia registrar`.
pub const VIGENCIA_RECORD_AFTER: &str = "Cada --afilio es un renglón del historial de la constancia: \"institución; registro; desde; hasta; si|no\",\n\
     donde si dice que es este plantel. Lo que no venga se deja vacío.";
/// `--umf`.
pub const DOCUMENT_CLINIC: &str = "La clínica que trae la constancia; la ficha la toma con la misma fecha";
/// `--solo-anotar`.
pub const ONLY_NOTE: &str = "Anota la clínica con la comprobación y deja la ficha como está";
/// `--nombre`.
pub const DOCUMENT_NAME: &str = "El nombre que trae la constancia, si difiere";
/// `--curp`.
pub const DOCUMENT_CURP: &str = "La CURP que trae la constancia, si difiere";
/// `--afilio`.
pub const AFFILIATION: &str = "Un renglón del historial; puede repetirse";
/// `--turno`.
pub const SHIFT: &str = "matutino, vespertino o como diga el documento";
/// `--consultorio`.
pub const ROOM: &str = "Hasta tres letras o números";
/// `--agregado`.
pub const AGREGADO: &str = "Agregado médico, como 1M2004ES";
/// `clinica`.
pub const CLINICS: &str = "Anota la clínica de una persona, o corrige el catálogo de clínicas";
/// `clinica anotar`.
pub const CLINIC_ASSIGN: &str = "Anota clínica, turno, consultorio y agregado de una persona";
/// `clinica vaciar`.
pub const CLINIC_EMPTY: &str = "Deja la ficha sin clínica";
/// `clinica lista`.
pub const CLINIC_LIST: &str = "Lista el catálogo, con cuántos estudiantes tiene cada clínica";
/// `clinica agregar`.
pub const CLINIC_ADD: &str = "Agrega una clínica al catálogo";
/// `clinica corregir`.
pub const CLINIC_CORRECT: &str = "Corrige una clínica en el catálogo y en todas las fichas que la llevan";
/// `clinica quitar`.
pub const CLINIC_REMOVE: &str = "Quita del catálogo una clínica que nadie lleva";
/// The clinic.
pub const CLINIC: &str = "Su número; con otra delegación, 31/36; o su ciudad";
/// `--numero`.
pub const CLINIC_NUMBER: &str = "El número correcto; con otra delegación, 31/36";
/// `--fuente`.
pub const CLINIC_SOURCE: &str = "De dónde se tomó: constancia, carnet o estudiante";
/// `--fecha`.
pub const CLINIC_DATE: &str = "Fecha del documento, como 2026-11-21; si falta, hoy";
/// `--tipo`.
pub const CLINIC_KIND: &str = "umf, hgz (HGZ/UMF) o hgs (HGS/UMF)";
/// `--nombre`.
pub const CLINIC_NAME: &str = "Nombre de la clínica u hospital";
/// `--ciudad`.
pub const CLINIC_CITY: &str = "Ciudad, como la escribe la constancia";
/// `nss`.
pub const NSS: &str = "Escribe el NSS de una persona y su estado";
/// The number.
pub const NSS_VALUE: &str = "Los 11 dígitos, o - si no tiene";
/// `--estado`.
pub const NSS_STATE: &str = "sin_nss, en_tramite, por_confirmar, capturado o confirmado";
/// `--fecha`.
pub const NSS_DATE: &str = "Desde cuándo está en trámite, o la fecha de la constancia; si falta, hoy";
/// `--motivo`.
pub const NSS_SHARED: &str = "Por qué dos personas tienen el mismo NSS; queda por confirmar";
/// `caso`.
pub const CASE: &str =
    "Dice por qué alguien no está vigente, qué sigue y qué decir por teléfono; o anota su caso";
/// `--abrir`.
pub const CASE_OPEN: &str = "Abre un caso con la causa que tiene hoy";
/// `--anotar`.
pub const CASE_NOTE: &str = "Anota en el caso qué se dijo; si no hay uno abierto, lo abre";
/// `--a`.
pub const CASE_TOLD: &str = "A quién se le dijo: estudiante, hospital, familiar, imss u otro";
/// `--cerrar`.
pub const CASE_CLOSE: &str = "Cierra el caso abierto";
/// `--como`.
pub const CASE_HOW: &str = "Cómo terminó: vigente, otro_seguro u otro; si falta, según la causa de hoy";
/// `avisos`.
pub const NOTICES: &str = "Prepara los avisos por correo de las altas aceptadas en un corte";
/// Below its help.
pub const NOTICES_AFTER: &str = "El programa no envía correos: escribe la hoja para combinar correspondencia o las direcciones por lotes,\n\
     y con --registrar anota en cada ficha que se avisó. El texto está en el ajuste papel.aviso.";
/// The folio of a cut.
pub const NOTICES_FOLIO: &str = "El folio del corte, como C-2026-22";
/// `avisos --salida`.
pub const NOTICES_OUTPUT: &str = "El archivo .xlsx, un renglón por correo; si ya existe, se reemplaza";
/// `avisos --registrar`.
pub const NOTICES_RECORD: &str = "Anota que el aviso se envió hoy a quienes tienen correo";
/// `avisos --lotes`.
pub const NOTICES_LOTS: &str = "Escribe las direcciones en lotes de 50, para pegarlas en Cco";
/// `cotejo`.
pub const CHECKLIST: &str = "Muestra la lista de cotejo de una persona, o anota uno de sus renglones";
/// Its row.
pub const CHECKLIST_ROW: &str = "El renglón que se anota, del 1 al 11";
/// Its answer.
pub const CHECKLIST_DELIVERED: &str = "Si se entregó";
/// Its date.
pub const CHECKLIST_DATE: &str = "Cuándo se entregó, o se vio que falta; si no se dice, hoy";
/// Its remark.
pub const CHECKLIST_REMARK: &str = "Lo que se anota al lado, hasta 80 letras";
/// `control`.
pub const CONTROL_NUMBER: &str = "Asigna el número de control en lugar del folio provisional";
/// The folio.
pub const FOLIO: &str = "El folio provisional que se reemplaza";
/// The number.
pub const CONTROL_NUMBER_VALUE: &str = "El número de control que dio la escuela";
/// `distintas`.
pub const DISTINCT: &str = "Anota que dos fichas parecidas son de dos personas";
/// `archivar`.
pub const ARCHIVE: &str = "Quita una ficha de la lista diaria sin borrar nada";
/// `restaurar`.
pub const RESTORE: &str = "Regresa a la lista diaria una ficha archivada";
/// `cancelar`.
pub const CANCEL: &str = "Cancela el movimiento que está en cola";
/// `movimientos`.
pub const MOVEMENTS: &str = "Lista los movimientos del próximo corte";
/// `deshacer`.
pub const UNDO: &str = "Deshace lo último que se hizo";
/// `deshacer --importacion`.
pub const UNDO_IMPORT: &str =
    "Deshace una importación aunque no sea lo último; quien cambió después se queda como está";
/// `deshacer --plan`.
pub const UNDO_PLAN: &str = "Solo dice cuántas fichas se desharían y cuáles se quedarían";
/// `importaciones`.
pub const IMPORTS: &str = "Lista las hojas importadas, con el número que pide deshacer --importacion";
/// `rehacer`.
pub const REDO: &str = "Rehace lo último que se deshizo";
/// `historia`.
pub const HISTORY: &str = "Cuenta qué se hizo con una ficha, quién y cuándo";
/// `imprimir`.
pub const PRINT: &str = "Escribe hojas en un PDF";
/// `imprimir resumen`.
pub const PRINT_SUMMARY: &str = "La hoja de resumen de uno o varios estudiantes";
/// `hoy`.
pub const TODAY: &str = "Dice lo que hay por hacer hoy: cortes, listas con su número, última copia";
/// `imprimir teclas`.
pub const PRINT_KEYS: &str = "La tarjeta de teclas";
/// `imprimir regla`.
pub const PRINT_RULER: &str =
    "La hoja de la regla: dos líneas de 100 mm para ver si la impresora encoge las hojas";
/// `imprimir hoy`.
pub const PRINT_MORNING: &str = "La hoja de la mañana: lo que hay en Hoy";
/// `imprimir relacion`.
pub const PRINT_LIST: &str = "Una lista en hojas Carta, con folio y sello";
/// `ajustes`.
pub const SETTINGS: &str = "Muestra los ajustes del plantel, o cambia uno";
/// Its key.
pub const SETTING_KEY: &str = "La clave del ajuste, como corte.plazo";
/// Its value.
pub const SETTING_VALUE: &str = "El valor nuevo; en una lista, cada cosa separada con punto y coma";
/// Its default.
pub const SETTING_BACK: &str = "Lo devuelve a su valor de inicio";
/// Its confirmation.
pub const SETTING_CONFIRM: &str = "Lo confirma con la fecha y el nombre de quien atiende";
/// `exportar`.
pub const EXPORT: &str =
    "Escribe una lista en un archivo de Excel o CSV: encabezados y un renglón por persona o movimiento";
/// The list.
pub const LIST: &str = "estudiantes, sin_nss, por_confirmar, en_corte, revisar, esperados, rechazadas, casos_abiertos,\nbajas_propuestas, sin_clinica, vencida, con_observacion o archivados; movimientos, los del próximo corte;\ncorte:2026-11-30, los de ese día";
/// `--buscar`.
pub const NARROWED: &str = "Solo quienes tienen este texto en su nombre o números; en un corte no cuenta";
/// `--completos`.
pub const WHOLE_NUMBERS: &str = "NSS completos; si falta, solo los últimos dígitos";
/// `exportar --salida`.
pub const OUTPUT_SHEET: &str =
    "El archivo .xlsx o .csv; si ya existe, se reemplaza. Lleva NSS y CURP completos";
/// `plantilla`.
pub const TEMPLATE_SHEET: &str =
    "Escribe una hoja de Excel vacía para que otras oficinas la llenen y se pueda importar";
/// `plantilla --salida`.
pub const OUTPUT_TEMPLATE: &str = "El archivo .xlsx; si ya existe, se reemplaza. No lleva datos de nadie";
/// `imprimir pasos-umf`.
pub const PRINT_CLINIC_STEPS: &str = "Los pasos para pedir o cambiar la clínica, una hoja por estudiante";
/// `imprimir cotejo`.
pub const PRINT_CHECKLIST: &str = "La lista de cotejo de uno o varios estudiantes";
/// `--salida`.
pub const OUTPUT: &str = "El PDF; si ya existe, se reemplaza";
/// `verificar`.
pub const CHECK: &str = "Revisa el archivo del registro";
/// `--reparar`.
pub const REPAIR: &str = "Corrige lo que puede corregirse sin perder datos";
/// `demo`.
pub const DEMO: &str = "Llena una carpeta sin registro con un plantel de muestra";
/// `--estudiantes`.
pub const STUDENTS: &str = "Cuántos estudiantes; 3,000 si no se dice, 100,000 como máximo";
/// `--semilla`.
pub const SEED: &str = "El mismo número da siempre el mismo plantel";
/// `respaldo`.
pub const BACKUP: &str =
    "Hace, lista, prueba y restaura copias; hace la clave que las cifra fuera de esta computadora";
/// `respaldo restaurar`.
pub const RESTORE_COPY: &str = "Pone una copia en el lugar del registro";
/// Below its help.
pub const RESTORE_COPY_AFTER: &str = "Primero abre la copia aparte, la revisa y dice qué se perdería y qué volvería. El registro de ahora se\n\
     guarda antes, en la carpeta «copias», con el nombre antes-de-restaurar-FECHA.db. Con --ver solo compara.";
/// The copy.
pub const COPY_FILE: &str = "El archivo de la copia, o su nombre en la carpeta «copias»";
/// `--clave`.
pub const RESTORE_KEY: &str =
    "Un archivo con la clave de la hoja de rescate, para una copia cifrada; - la lee de la entrada";
/// `--ver`.
pub const RESTORE_ONLY_LOOK: &str = "Solo compara las dos y no cambia nada";
/// `importar`.
pub const IMPORT: &str = "Importa una hoja: Excel, LibreOffice o CSV";
/// Below the help of `importar`.
pub const IMPORT_AFTER: &str = "Sin --aplicar solo muestra el plan y no escribe nada. Con --aplicar guarda lo que no espera una\n\
     decisión, en un solo paso que `deshacer` quita, y dice cuántos renglones se guardaron y cuántos esperan.";
/// The file.
pub const IMPORT_FILE: &str = "La hoja: .xlsx, .xls, .ods, .csv";
/// `--tipo`.
pub const IMPORT_KIND: &str = "altas, bajas o inscritos; si falta, lo dicen los encabezados y el nombre";
/// `--hoja`.
pub const IMPORT_TAB: &str = "Qué hoja del archivo, desde 1";
/// `--periodo`.
pub const IMPORT_PERIOD: &str = "Periodo de una lista de inscritos, como AGO-DIC 2026; si falta, el actual";
/// `--fechas`.
pub const IMPORT_DATES: &str =
    "Cómo van las fechas que no lo dicen: dma, el día primero; mda, el mes primero";
/// `--aceptar`.
pub const IMPORT_ACCEPT: &str = "Acepta lo que se propone para cada renglón por decidir";
/// `--plan`.
pub const IMPORT_PLAN: &str = "Muestra el plan y no escribe nada (así es si no se dice --aplicar)";
/// `--aplicar`.
pub const IMPORT_APPLY: &str = "Guarda lo que no espera una decisión";
/// `--encolar`.
pub const IMPORT_QUEUE: &str = "Además prepara las altas para el próximo corte";
/// `--ya-afiliados`.
pub const IMPORT_AFFILIATED: &str = "Todos ya estaban afiliados: alta anterior al programa";
/// `--por-decidir`.
pub const IMPORT_HELD: &str = "Escribe los renglones por decidir en una hoja, con el motivo de cada uno";
/// `comparar`.
pub const COMPARE: &str = "Compara dos hojas: quién es nuevo, quién ya no está, qué cambió";
/// The earlier sheet.
pub const COMPARE_BEFORE: &str = "La hoja de antes, como la del semestre pasado";
/// The later sheet.
pub const COMPARE_NOW: &str = "La hoja de ahora";
