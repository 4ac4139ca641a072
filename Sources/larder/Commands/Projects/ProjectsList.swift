import ArgumentParser
import Operations

/// `larder projects list`.
struct ProjectsList: LarderCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the projects.")

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var listOptions: ListOptions

    var format: OutputFormat { outputOptions.output }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try await Watching.run(listOptions.watch) { () async throws(OperationError) in
            let projects = try await session.operations.projects.list()
            try session.printer.write(Kind.project.listing(projects, asOf: session.now()), listOptions)
        }
        return .done
    }
}
