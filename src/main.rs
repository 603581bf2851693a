//! The thin binary: no subcommand opens the window, a subcommand is the support console.

fn main() -> std::process::ExitCode {
    ventanilla::console::main()
}
