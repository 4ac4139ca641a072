/// Thrown by a command that ends in the console: the console needs the main thread, where no command runs.
struct ConsoleWanted: Error {
    /// The workspace to open it on.
    let workspace: WorkspaceOptions
    /// The theme that was named.
    let theme: String?
    /// Whether colours are used.
    let color: ColorChoice
}
