import ArgumentParser
import Operations

/// `larder config validate`.
struct ConfigValidate: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Check the configuration; every fault names file, line and key.")

    @OptionGroup(title: "Common options") var options: CommandOptions

    // Opening the workspace is the check: nothing starts half-configured.
    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let workspace = session.operations.workspace
        session.talk.say(
            workspace.configurationPath.map { "\($0) is in order" }
                ?? "there is no larder.yaml in \(workspace.directory); the defaults count")
        return .done
    }
}
