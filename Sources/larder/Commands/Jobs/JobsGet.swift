import ArgumentParser
import FeatureModel
import Operations

/// `larder jobs get`.
struct JobsGet: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show an ingestion job.", discussion: "Example: larder jobs get JOB -o yaml")

    @Argument(help: "The job's id.")
    var id: String

    @OptionGroup var watchOptions: WatchOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try await Watching.run(watchOptions, session) { () async throws(OperationError) in
            let job = try await session.operations.jobs.get(JobID(id))
            session.printer.write(.job, job, table: JobText.write)
        }
        return .done
    }
}
