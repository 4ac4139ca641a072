import ArgumentParser

/// Which workspace a command works on.
struct WorkspaceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The workspace's folder.", discussion: "Else LARDER_WORKSPACE, else the user's configuration folder.",
            valueName: "dir"))
    var workspace: String?

    @Option(help: ArgumentHelp("The project that references without one belong to.", valueName: "name"))
    var project: String?

    @Flag(help: "Refuse everything that would change something.")
    var readOnly = false
}
