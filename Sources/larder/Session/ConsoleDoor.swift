import Glibc
import Operations

/// Opens the console on a workspace; runs on the main thread.
struct ConsoleDoor {
    let workspace: WorkspaceOptions
    let theme: String?
    let color: ColorChoice

    /// Runs the console to its end.
    ///
    /// - Returns: the exit code.
    func run() -> Int32 {
        StandardStream.error.write("the console is not wired yet\n")
        return 1
    }
}
