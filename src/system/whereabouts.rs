//! Where a folder really is: on this computer, in the folder of a service that carries it to others, or on another computer.
//!
//! Two computers that write one register spoil it, and so does a service that exchanges the file while it is open.

use std::ffi::OsStr;
use std::fs;
use std::path::{Component, Path, PathBuf, Prefix};

/// Where a folder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whereabouts {
    /// On a disk of this computer, as far as can be told.
    Here,
    /// In a folder that this service carries to other computers: «OneDrive».
    Synced(&'static str),
    /// On another computer of the network.
    Network,
}

/// A service, how its folders are called, and what it leaves in them.
struct Service {
    name: &'static str,
    /// In small letters: the folder's name is this, or this and something in another word («OneDrive - Plantel»).
    folders: &'static [&'static str],
    /// Files that it keeps in the folder that it carries.
    files: &'static [&'static str],
    /// Folders that it keeps there.
    inner: &'static [&'static str],
}

const SERVICES: [Service; 8] = [
    Service {
        name: "OneDrive",
        folders: &["onedrive"],
        files: &[".849c9593-d756-4e56-8d6e-42412f2a707b"],
        inner: &[],
    },
    Service {
        name: "Dropbox",
        folders: &["dropbox"],
        // The folder «.dropbox» in one's home is its own, and no sign that the home is carried.
        files: &[".dropbox"],
        inner: &[".dropbox.cache"],
    },
    Service {
        name: "Google Drive",
        folders: &["google drive", "googledrive", "mi unidad", "my drive"],
        files: &[],
        inner: &[".tmp.drivedownload", ".tmp.driveupload"],
    },
    Service {
        name: "Nextcloud",
        folders: &["nextcloud", "owncloud"],
        files: &[".nextcloudsync.log", ".owncloudsync.log"],
        inner: &[],
    },
    Service {
        name: "iCloud",
        folders: &[
            "icloud drive",
            "iclouddrive",
            "mobile documents",
            "com~apple~clouddocs",
        ],
        files: &[],
        inner: &[],
    },
    Service {
        name: "MEGA",
        folders: &["mega", "megasync"],
        files: &[".megaignore"],
        inner: &[],
    },
    Service {
        name: "pCloud",
        folders: &["pcloud", "pcloud drive", "pclouddrive"],
        files: &[],
        inner: &[],
    },
    Service {
        name: "Syncthing",
        folders: &["syncthing"],
        files: &[".stfolder"],
        inner: &[".stfolder"],
    },
];

/// Where the system says that OneDrive has its folders.
const ONEDRIVE_VARIABLES: [&str; 3] = ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"];

/// File systems whose files are on another computer, as the kernel calls them.
const NETWORK_SYSTEMS: [&str; 14] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "ncpfs",
    "afs",
    "ceph",
    "glusterfs",
    "9p",
    "davfs",
    "fuse.sshfs",
    "fuse.gvfsd-fuse",
    "fuse.rclone",
];

/// Where a folder is, by its path, by what lies in it and above it, and by its disk.
pub fn of(folder: &Path) -> Whereabouts {
    let variables = ONEDRIVE_VARIABLES.iter().filter_map(std::env::var_os);
    let roots: Vec<PathBuf> = variables
        .filter(|root| !root.is_empty())
        .map(PathBuf::from)
        .collect();
    // A drive that stands for a share, and a link into a carried folder, show where they lead.
    let real = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    if let Some(service) = [folder, &real]
        .into_iter()
        .find_map(|path| service_of(path, &roots))
    {
        return Whereabouts::Synced(service);
    }
    let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    if [folder, &real].into_iter().any(is_share) || is_on_network(&real, &mounts) {
        return Whereabouts::Network;
    }
    Whereabouts::Here
}

fn service_of(folder: &Path, onedrive: &[PathBuf]) -> Option<&'static str> {
    if onedrive.iter().any(|root| folder.starts_with(root)) {
        return Some(SERVICES[0].name);
    }
    let by_name = folder.components().find_map(|part| match part {
        Component::Normal(name) => named(name),
        _ => None,
    });
    by_name.or_else(|| folder.ancestors().find_map(marked))
}

/// The service whose folder bears this name.
fn named(name: &OsStr) -> Option<&'static str> {
    let name = name.to_string_lossy().to_lowercase();
    let is_called = |known: &&str| {
        name.strip_prefix(known)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '-', '(', '_']))
    };
    let service = SERVICES
        .iter()
        .find(|service| service.folders.iter().any(is_called));
    service.map(|service| service.name)
}

/// The service that left its mark in this folder.
fn marked(folder: &Path) -> Option<&'static str> {
    let service = SERVICES.iter().find(|service| {
        service.files.iter().any(|name| folder.join(name).is_file())
            || service.inner.iter().any(|name| folder.join(name).is_dir())
    });
    service.map(|service| service.name)
}

/// Whether the path itself names another computer: «\\servidor\escolares».
fn is_share(folder: &Path) -> bool {
    if let Some(Component::Prefix(prefix)) = folder.components().next() {
        return matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..));
    }
    folder.to_string_lossy().starts_with(r"\\")
}

/// Whether the disk that holds a folder is on the network, by the kernel's list of mounts: the deepest one that holds it.
fn is_on_network(folder: &Path, mounts: &str) -> bool {
    let kind = mounts
        .lines()
        .filter_map(mount)
        .filter(|(at, _)| folder.starts_with(at));
    // Of two at one place the later one hides the other.
    let deepest = kind.max_by_key(|(at, _)| at.components().count());
    deepest.is_some_and(|(_, kind)| NETWORK_SYSTEMS.contains(&kind))
}

/// Where a line of `mountinfo` mounts what: «36 35 98:0 / /mnt/datos rw,noatime shared:1 - nfs4 servidor:/datos rw».
fn mount(line: &str) -> Option<(PathBuf, &str)> {
    let (left, right) = line.split_once(" - ")?;
    let at = left.split(' ').nth(4)?;
    // The kernel writes blanks in names as octal numbers.
    let at = at
        .replace("\\040", " ")
        .replace("\\011", "\t")
        .replace("\\134", "\\");
    Some((PathBuf::from(at), right.split(' ').next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn service(path: &str) -> Option<&'static str> {
        service_of(Path::new(path), &[])
    }

    #[test]
    fn the_folders_of_services_are_told_by_their_names() {
        let told = [
            ("/home/lupita/OneDrive/Ventanilla", "OneDrive"),
            ("/home/lupita/OneDrive - Plantel Ejemplo/datos", "OneDrive"),
            ("/home/lupita/Dropbox (Escolares)/datos", "Dropbox"),
            ("/home/lupita/Google Drive/datos", "Google Drive"),
            ("/media/Mi unidad/datos", "Google Drive"),
            ("/home/lupita/Nextcloud/datos", "Nextcloud"),
            (
                "/Users/lupita/Library/Mobile Documents/com~apple~CloudDocs/datos",
                "iCloud",
            ),
            ("/home/lupita/MEGA/datos", "MEGA"),
        ];
        for (path, name) in told {
            assert_eq!(service(path), Some(name), "{path}");
        }
    }

    #[test]
    fn a_folder_of_this_computer_is_not_accused() {
        for path in [
            "/home/lupita/.local/share/ventanilla",
            "/home/lupita/megaproyecto/datos",
            "/home/lupita/Dropboxes viejos/datos",
            "/srv/cajas/datos",
        ] {
            assert_eq!(service(path), None, "{path}");
        }
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(of(folder.path()), Whereabouts::Here);
        // Dropbox keeps its own things in the home of whoever uses it.
        fs::create_dir(folder.path().join(".dropbox")).unwrap();
        assert_eq!(of(&folder.path().join("datos")), Whereabouts::Here);
    }

    #[test]
    fn the_mark_of_a_service_above_the_folder_tells_it() {
        for (mark, name) in [
            (".dropbox", "Dropbox"),
            (".nextcloudsync.log", "Nextcloud"),
            (".stfolder", "Syncthing"),
        ] {
            let root = tempfile::tempdir().unwrap();
            fs::write(root.path().join(mark), "").unwrap();
            let data = root.path().join("escolares/datos");
            fs::create_dir_all(&data).unwrap();
            assert_eq!(of(&data), Whereabouts::Synced(name));
        }
    }

    #[test]
    fn onedrive_is_where_the_system_says() {
        let roots = [PathBuf::from("/home/lupita/Nube del plantel")];
        let told = |path: &str| service_of(Path::new(path), &roots);
        assert_eq!(told("/home/lupita/Nube del plantel/datos"), Some("OneDrive"));
        assert_eq!(told("/home/lupita/datos"), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_into_a_carried_folder_is_followed() {
        let home = tempfile::tempdir().unwrap();
        let carried = home.path().join("Dropbox/datos");
        fs::create_dir_all(&carried).unwrap();
        std::os::unix::fs::symlink(&carried, home.path().join("datos")).unwrap();
        assert_eq!(of(&home.path().join("datos")), Whereabouts::Synced("Dropbox"));
    }

    #[test]
    fn a_share_is_on_the_network() {
        assert_eq!(of(Path::new(r"\\servidor\escolares")), Whereabouts::Network);
        let mounts = "22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n\
                      36 22 0:40 / /mnt/datos\\040escolares rw - cifs //servidor/escolares rw\n\
                      37 36 8:2 / /mnt/datos\\040escolares/local rw - ext4 /dev/sdb1 rw\n\
                      38 22 0:41 / /casa rw,nosuid shared:7 - nfs4 servidor:/casa rw\n";
        let told = |path: &str| is_on_network(Path::new(path), mounts);
        assert!(told("/mnt/datos escolares/ventanilla"));
        assert!(told("/casa/lupita"));
        assert!(!told("/mnt/datos escolares/local/ventanilla"));
        assert!(!told("/home/lupita"));
    }
}
