import ArgumentParser
import Operations

/// `larder config show`.
struct ConfigShow: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what counts: the configuration with its defaults, secrets masked.",
        discussion: "Example: larder config show -o json")

    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let picture = ConfigurationPicture(
            workspace: session.operations.workspace, configuration: session.configuration,
            stateDirectory: session.stateDirectory, stores: try await session.operations.stores.list())
        session.printer.write(.configuration, picture) { YAMLText.write(Kind.configuration.object($0)) }
        return .done
    }
}
