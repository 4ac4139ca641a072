import ArgumentParser
import Operations

/// `larder stores apply`.
struct StoresApply: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Register stores from a file of YAML documents, all or nothing.",
        discussion: "Example: larder stores apply -f stores.yaml --dry-run")

    @OptionGroup var applyOptions: ApplyOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try await applyOptions.apply("stores", session, session.operations.stores.apply)
    }
}
