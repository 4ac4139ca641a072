import ArgumentParser
import FeatureModel
import Operations

/// `larder jobs history`.
struct JobsHistory: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Show a job's changes of state.")

    @Argument(help: "The job's id.")
    var id: String

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var listOptions: ListOptions

    var format: OutputFormat { outputOptions.output }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let events = try await session.operations.jobs.history(JobID(id))
        try session.printer.write(Kind.jobEvent.listing(events, asOf: session.now()), listOptions)
        return .done
    }
}
