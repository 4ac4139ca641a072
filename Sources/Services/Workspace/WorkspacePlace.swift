/// Where a workspace is: its folder, and the folder of its state unless the configuration names another one.
public struct WorkspacePlace: Sendable, Hashable {
    /// The workspace's folder, absolute.
    public let directory: String
    /// The folder of the job-state database, logs and embedded stores, absolute.
    public let stateDirectory: String
    /// True when a flag or `LARDER_WORKSPACE` named it; false for the default one.
    public let isNamed: Bool

    /// Makes a place.
    public init(directory: String, stateDirectory: String, isNamed: Bool) {
        self.directory = directory
        self.stateDirectory = stateDirectory
        self.isNamed = isNamed
    }

    /// Finds the workspace: the folder that was named, else `LARDER_WORKSPACE`, else `$XDG_CONFIG_HOME/larder`. The state
    /// of a named one is in its folder `state`, of the default one in `$XDG_STATE_HOME/larder`.
    ///
    /// - Parameters:
    ///   - named: what `--workspace` said; nil for nothing.
    ///   - currentDirectory: what relative folders are relative to, absolute.
    ///   - variables: the environment.
    public static func find(
        named: String?, currentDirectory: String, variables: [String: String]
    ) -> WorkspacePlace {
        let name = [named, variables["LARDER_WORKSPACE"]].compactMap { $0 }.first { !$0.isEmpty }
        if let name {
            let directory = AbsolutePath.of(name, in: currentDirectory)
            return WorkspacePlace(directory: directory, stateDirectory: "\(directory)/state", isNamed: true)
        }
        let home = variables["HOME"] ?? currentDirectory
        return WorkspacePlace(
            directory: folder("XDG_CONFIG_HOME", variables, otherwise: "\(home)/.config"),
            stateDirectory: folder("XDG_STATE_HOME", variables, otherwise: "\(home)/.local/state"), isNamed: false)
    }

    /// As the XDG rules have it, a relative folder in a variable is ignored.
    private static func folder(
        _ variable: String, _ variables: [String: String], otherwise: String
    ) -> String {
        let named = variables[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
        return "\(named ?? otherwise)/larder"
    }
}
