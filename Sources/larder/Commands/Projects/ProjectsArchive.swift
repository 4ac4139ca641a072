import ArgumentParser
import FeatureModel
import Operations

/// `larder projects archive`.
struct ProjectsArchive: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive", abstract: "Archive a project: no more applies; ingestion and retrieval go on.")

    @Argument(help: "The project's name.")
    var name: String

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var confirmOptions: ConfirmOptions

    var format: OutputFormat { outputOptions.output }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try Assent(confirmOptions).ask("Archive project \(name)?")
        try await session.operations.projects.archive(ProjectName(name))
        session.talk.say("archived project \(name)")
        return .done
    }
}
