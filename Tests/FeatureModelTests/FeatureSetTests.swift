import FeatureModel
import Testing

@Suite("Feature sets")
struct FeatureSetTests {
    private func set(maxAge: Int64?) -> FeatureSet {
        FeatureSet(
            reference: FeatureSetReference(project: "p", name: "s"),
            entities: [Entity(name: "b", type: .int64), Entity(name: "a", type: .string)],
            features: [Feature(name: "x", type: .bool), Feature(name: "w", type: .float)], maxAgeSeconds: maxAge)
    }

    @Test("keys go by the names of entities, features by the document")
    func orders() {
        #expect(set(maxAge: nil).keyEntities.map(\.name) == ["a", "b"])
        #expect(set(maxAge: nil).index(ofFeature: "w") == 1)
        #expect(set(maxAge: nil).index(ofFeature: "W") == nil)
    }

    @Test("a max age of zero or less is none")
    func maxAge() {
        #expect(set(maxAge: 0).maxAgeSeconds == nil)
        #expect(set(maxAge: -5).maxAgeSeconds == nil)
        #expect(set(maxAge: 5).maxAgeSeconds == 5)
        #expect(set(maxAge: 0) == set(maxAge: nil))
    }
}
