import ArgumentParser
import FeatureModel
import Operations

/// `larder jobs list`.
struct JobsList: LarderCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the ingestion jobs.")

    @Option(help: ArgumentHelp("Only jobs that feed this store.", valueName: "name"))
    var store: String?

    @Flag(help: "Without jobs that have ended.")
    var active = false

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var listOptions: ListOptions

    var format: OutputFormat { outputOptions.output }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try await Watching.run(listOptions.watch) { () async throws(OperationError) in
            let query = JobQuery(store: store.map { StoreName($0) }, activeOnly: active)
            let jobs = try await session.operations.jobs.list(query)
            try session.printer.write(Kind.job.listing(jobs, asOf: session.now()), listOptions)
        }
        return .done
    }
}
