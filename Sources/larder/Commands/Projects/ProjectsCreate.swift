import ArgumentParser
import FeatureModel
import Operations

/// `larder projects create`.
struct ProjectsCreate: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a project.",
        discussion: "Example: larder projects create nyc --yes")

    @Argument(help: "The project's name.")
    var name: String

    @OptionGroup var confirmOptions: ConfirmOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try Assent(confirmOptions).ask("Create project \(name)?")
        try await session.operations.projects.create(ProjectName(name))
        session.report(OrderOutcome(target: name, result: .done, message: "created project \(name)"))
        return .done
    }
}
