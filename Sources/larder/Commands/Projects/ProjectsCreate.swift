import ArgumentParser
import FeatureModel
import Operations

/// `larder projects create`.
struct ProjectsCreate: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a project.")

    @Argument(help: "The project's name.")
    var name: String

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var talkOptions: TalkOptions
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var confirmOptions: ConfirmOptions

    var format: OutputFormat { outputOptions.output }

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try Assent(confirmOptions).ask("Create project \(name)?")
        try await session.operations.projects.create(ProjectName(name))
        session.talk.say("created project \(name)")
        return .done
    }
}
