import ArgumentParser
import FeatureModel
import Operations

/// `larder jobs get`.
struct JobsGet: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show an ingestion job.")

    @Argument(help: "The job's id.")
    var id: String

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions

    var format: OutputFormat { outputOptions.output }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let job = try await session.operations.jobs.get(JobID(id))
        session.printer.write(.job, job, table: JobText.write)
        return .done
    }
}
