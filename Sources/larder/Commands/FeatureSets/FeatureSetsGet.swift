import ArgumentParser
import FeatureModel
import Operations

/// `larder feature-sets get`.
struct FeatureSetsGet: LarderCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show a feature set.",
        discussion: "Example: larder feature-sets get nyc/weather -o yaml")

    @Argument(help: "The feature set: project/name, or a name of the workspace's project.")
    var featureSet: String

    @OptionGroup(title: "Common options") var options: CommandOptions

    func run(in session: Session) async throws(OperationError) -> ExitStatus {
        let reference = try session.featureSet(featureSet)
        let summary = try await session.operations.featureSets.get(reference)
        if options.format == .yaml {
            StandardStream.out.write(try await session.operations.featureSets.document(reference))
        } else {
            session.printer.write(.featureSet, summary, table: FeatureSetText.write)
        }
        return .done
    }
}
