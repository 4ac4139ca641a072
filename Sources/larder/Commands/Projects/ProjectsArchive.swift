import ArgumentParser
import FeatureModel
import Operations

/// `larder projects archive`.
struct ProjectsArchive: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive", abstract: "Archive a project: no more applies; ingestion and retrieval go on.",
        discussion: "Example: larder projects archive nyc --yes")

    @Argument(help: "The project's name.")
    var name: String

    @OptionGroup var confirmOptions: ConfirmOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try Assent(confirmOptions).ask("Archive project \(name)?")
        try await session.operations.projects.archive(ProjectName(name))
        session.report(OrderOutcome(target: name, result: .done, message: "archived project \(name)"))
        return .done
    }
}
