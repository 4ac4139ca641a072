import ArgumentParser
import Operations

/// `larder projects list`.
struct ProjectsList: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the projects.",
        discussion: "Example: larder projects list")

    @OptionGroup var listOptions: ListOptions
    @OptionGroup var watchOptions: WatchOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try await Watching.run(watchOptions, session) { () async throws(OperationError) in
            let projects = try await session.operations.projects.list()
            try session.printer.write(Kind.project.listing(projects, asOf: session.now()), listOptions)
        }
        return .done
    }
}
