import ArgumentParser
import FeatureModel
import Operations

/// `larder jobs metrics`.
struct JobsMetrics: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics", abstract: "Show how a job has been doing in the last half hour.",
        discussion: "Example: larder jobs metrics JOB --watch")

    @Argument(help: "The job's id.")
    var id: String

    @OptionGroup var watchOptions: WatchOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try await Watching.run(watchOptions, session) { () async throws(OperationError) in
            let metrics = try await session.operations.jobs.metrics(JobID(id))
            session.printer.write(.jobMetrics, IdentifiedMetrics(job: JobID(id), metrics: metrics)) {
                JobMetricsText.write($0.metrics)
            }
        }
        return .done
    }
}
