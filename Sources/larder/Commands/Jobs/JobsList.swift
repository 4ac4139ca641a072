import ArgumentParser
import FeatureModel
import Operations

/// `larder jobs list`.
struct JobsList: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the ingestion jobs.",
        discussion: "Example: larder jobs list --active --sort lagRows:desc")

    @Option(help: ArgumentHelp("Only jobs that feed this store.", valueName: "name"))
    var store: String?

    @Flag(help: "Without jobs that have ended.")
    var active = false

    @OptionGroup var listOptions: ListOptions
    @OptionGroup var watchOptions: WatchOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try await Watching.run(watchOptions, session) { () async throws(OperationError) in
            let query = JobQuery(store: store.map { StoreName($0) }, activeOnly: active)
            let jobs = try await session.operations.jobs.list(query)
            try session.printer.write(Kind.job.listing(jobs, asOf: session.now()), listOptions)
        }
        return .done
    }
}
