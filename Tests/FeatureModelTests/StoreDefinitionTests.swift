import FeatureModel
import Testing

@Suite("Stores")
struct StoreDefinitionTests {
    private func store(_ subscriptions: Subscription...) -> StoreDefinition {
        StoreDefinition(name: "s", type: "X", subscriptions: subscriptions)
    }

    private let set = FeatureSetReference(project: "p", name: "n")

    @Test("a store takes what one subscription includes and none excludes")
    func subscribes() {
        #expect(store(.everything).subscribes(to: set))
        #expect(!store().subscribes(to: set))
        #expect(!store(Subscription(project: "q", name: "*")).subscribes(to: set))
        #expect(!store(.everything, Subscription(project: "p", name: "*", exclude: true)).subscribes(to: set))
        #expect(!store(Subscription(project: "p", name: "n", exclude: true), .everything).subscribes(to: set))
        #expect(store(.everything, Subscription(project: "q", name: "*", exclude: true)).subscribes(to: set))
        #expect(!store(Subscription(project: "q", name: "*", exclude: true)).subscribes(to: set))
    }
}
