import ArgumentParser

/// `larder feature-sets`.
struct FeatureSetsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feature-sets", abstract: "The feature sets: entities, features and where their rows come from.",
        subcommands: [
            FeatureSetsList.self, FeatureSetsGet.self, FeatureSetsApply.self,
        ],
        aliases: ["fs"])
}
