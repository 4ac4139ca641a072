import FeatureModel
import Registry
import Testing

@Suite("Routes")
struct SubscriptionRoutesTests {
    private let sets = [
        RegistrySample.reference("weather"), RegistrySample.reference("delays"),
        RegistrySample.reference("a_b", project: "p"), RegistrySample.reference("axb", project: "p"),
    ]

    @Test("a set goes into a store once, however many subscriptions match it, and not at all where one excludes it")
    func matches() {
        let stores = [
            RegistrySample.store("all", [.everything, Subscription(project: "nyc", name: "*")]),
            RegistrySample.store("some", [.everything, Subscription(project: "*", name: "w*", exclude: true)]),
            RegistrySample.store("one", [Subscription(project: "p", name: "a_b")]),
            RegistrySample.store("none", []),
        ]
        let routes = SubscriptionRoutes(stores: stores, featureSets: sets + sets)
        #expect(routes.featureSetsByStore["all"] == sets.sorted())
        #expect(routes.featureSetsByStore["some"]?.contains(sets[0]) == false)
        #expect(routes.featureSetsByStore["one"] == [sets[2]])
        #expect(routes.featureSetsByStore["none"] == [])
        #expect(routes.storesByFeatureSet[sets[0]] == ["all"])
        #expect(routes.warnings == [])
    }

    @Test("a set without a subscriber and a subscription without a match are named")
    func warnings() {
        let idle = Subscription(project: "nyc", name: "x*")
        let routes = SubscriptionRoutes(
            stores: [RegistrySample.store("s", [Subscription(project: "p", name: "*"), idle])], featureSets: sets)
        #expect(
            routes.warnings == [
                .setWithoutSubscriber(sets[1]), .setWithoutSubscriber(sets[0]), .subscriptionMatchesNothing("s", idle),
            ])
        #expect(routes.warnings.map(\.description)[2] == "subscription nyc:x* of store s matches no feature set")
    }
}
