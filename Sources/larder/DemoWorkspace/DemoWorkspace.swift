import Glibc
import Operations

/// The workspace that the demo makes: where it is, what is in it, and what to try there.
struct DemoWorkspace: Sendable {
    /// How far an earlier run came.
    enum Progress: Sendable, Hashable {
        /// Nothing is there.
        case absent
        /// It was begun and not finished; going on adds only what is missing.
        case begun
        /// Everything is there.
        case complete
        /// There is a workspace that the demo did not make.
        case foreign
    }

    /// The folder, absolute.
    let directory: String
    /// The options that open it.
    let options: WorkspaceOptions

    /// What the demo makes in the folder; `--fresh` deletes this and nothing else.
    static let parts = ["state", "larder.yaml", "departures.csv.gz"]
    private static let marker = ".larder-demo"

    /// Finds the folder: `--workspace`, else `LARDER_WORKSPACE`, else `$XDG_DATA_HOME/larder/demo`.
    static func find(_ options: WorkspaceOptions) -> DemoWorkspace {
        let variables = RunningProgram.variables
        let named = [options.workspace, variables["LARDER_WORKSPACE"]].compactMap { $0 }.first { !$0.isEmpty }
        let home = variables["HOME"] ?? RunningProgram.directory
        let data = variables["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(home)/.local/share"
        let directory = named.map { RunningProgram.absolute($0) } ?? "\(data)/larder/demo"
        var opening = options
        opening.workspace = directory
        return DemoWorkspace(directory: directory, options: opening)
    }

    /// How far an earlier run came.
    var progress: Progress {
        let text = try? DocumentFile.read("\(directory)/\(Self.marker)")
        switch text {
        case nil: return access("\(directory)/larder.yaml", F_OK) == 0 ? .foreign : .absent
        case "complete\n": return .complete
        default: return .begun
        }
    }

    /// Writes down how far this run came.
    func mark(_ word: String) throws(OperationError) {
        try WrittenFile.write(
            word + "\n", to: "\(directory)/\(Self.marker)", inNewFolder: directory, replaces: true)
    }

    /// The demo's configuration.
    static let configuration = """
        # The demo's workspace: one month of real data on the embedded stores.
        project: nyc
        # The data is from January 2013: ages are judged as of its end.
        as_of: 2013-02-01T00:00:00Z
        source: {type: LOCAL, config: {path: state/log.db}}
        stores:
          - name: online
            type: SQLITE
            config: {path: state/online.db}
            subscriptions: [{project: "*", name: "*"}]
          - name: historical
            type: SQLITE
            config: {path: state/history.db}
            subscriptions: [{project: "*", name: "*"}]

        """

    /// What to try next: each line is a command that works.
    func suggestions(program: String) -> String {
        let larder = ShellWord.quoted(program.contains("/") ? RunningProgram.absolute(program) : program)
        let workspace = "--workspace \(ShellWord.quoted(directory))"
        return [
            "\(larder) stores list \(workspace)", "\(larder) feature-sets list \(workspace)",
            "\(larder) jobs list \(workspace)",
            "\(larder) online get origin=EWR --features 'weather:*' \(workspace)",
            "\(larder) online why origin=EWR carrier=UA --feature carrier_delays:mean_dep_delay \(workspace)",
            "\(larder) exports start --rows \(ShellWord.quoted(directory + "/departures.csv.gz")) "
                + "--features weather:temp,carrier_delays:mean_dep_delay "
                + "--out \(ShellWord.quoted(directory + "/training.csv")) --yes --wait \(workspace)",
            "\(larder) \(workspace)",
        ].joined(separator: "\n") + "\n"
    }
}
