import FeatureModel
import Ingestion

enum IngestionPlanFixture {
    static func plan(
        _ featureSets: [FeatureSet], subscriptions: [Subscription] = [.everything]
    ) -> IngestionPlan {
        IngestionPlan(
            defaultProject: "nyc", featureSets: featureSets,
            store: StoreDefinition(name: "online", type: "MEMORY", subscriptions: subscriptions))
    }
}
