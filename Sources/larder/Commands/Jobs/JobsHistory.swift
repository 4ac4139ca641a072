import ArgumentParser
import FeatureModel
import Operations

/// `larder jobs history`.
struct JobsHistory: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Show a job's changes of state.",
        discussion: "Example: larder jobs history JOB")

    @Argument(help: "The job's id.")
    var id: String

    @OptionGroup var listOptions: ListOptions
    @OptionGroup var watchOptions: WatchOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try await Watching.run(watchOptions, session) { () async throws(OperationError) in
            let events = try await session.operations.jobs.history(JobID(id))
            try session.printer.write(Kind.jobEvent.listing(events, asOf: session.now()), listOptions)
        }
        return .done
    }
}
