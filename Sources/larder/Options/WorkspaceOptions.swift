import ArgumentParser
import Services

/// Which workspace a command works on.
struct WorkspaceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The workspace's folder; else LARDER_WORKSPACE, else the user's configuration folder.", valueName: "dir"))
    var workspace: String?

    @Option(help: ArgumentHelp("The project of references that name none.", valueName: "name"))
    var project: String?

    @Flag(help: "Refuse everything that would change something.")
    var readOnly = false

    /// The workspace's folder as the options and the environment say.
    var place: WorkspacePlace {
        WorkspacePlace.find(
            named: workspace, currentDirectory: RunningProgram.directory, variables: RunningProgram.variables)
    }
}
