import FeatureModel
import Operations

extension OnlineQuery {
    /// The command that asks the same.
    var command: String {
        finished(ShellCommand("online", "get").adding(keyWords), ("--features", features.map(\.description)))
    }

    /// The command that explains one of the values.
    func whyCommand(_ feature: FeatureReference) -> String {
        finished(ShellCommand("online", "why").adding(keyWords), ("--feature", [feature.description]))
    }

    private var keyWords: [String] { (keys.first ?? []).map { "\($0.name)=\($0.text)" } }

    private func finished(_ command: ShellCommand, _ features: (option: String, names: [String])) -> String {
        command.option(features.option, features.names.joined(separator: ","))
            .option("--store", store?.rawValue).option("--at", at?.description).text
    }
}
