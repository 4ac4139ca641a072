import ArgumentParser
import Operations

/// `larder feature-sets apply`.
struct FeatureSetsApply: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Apply feature sets from a file of YAML documents, all or nothing.",
        discussion: "Example: larder feature-sets apply -f weather.yaml --dry-run")

    @OptionGroup var applyOptions: ApplyOptions
    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        try await applyOptions.apply("feature sets", session, session.operations.featureSets.apply)
    }
}
