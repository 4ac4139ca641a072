import FeatureModel
import Testing

@testable import Retrieval

struct KeyReadingTests {
    @Test("values stand in the order of the entities' names, whatever order they were given in")
    func order() throws {
        let key = try KeyReading.key(from: [("origin", "EWR"), ("carrier", "UA")], of: SampleSets.delays)
        #expect(key == EntityKey([.string("UA"), .string("EWR")]))
    }

    @Test("entities of other sets are passed over")
    func others() throws {
        let key = try KeyReading.key(from: [("carrier", "UA"), ("origin", "EWR")], of: SampleSets.weather)
        #expect(key == EntityKey([.string("EWR")]))
    }

    @Test("a missing entity is named with what was given")
    func missing() throws {
        let fault = #expect(throws: KeyFault.self) {
            _ = try KeyReading.key(from: [("origin", "EWR")], of: SampleSets.delays)
        }
        let text = try #require(fault).description
        #expect(text.contains("carrier"))
        #expect(text.contains("origin"))
    }

    @Test("text that is not of the entity's type is refused")
    func wrongType() {
        let set = FeatureSet(
            reference: FeatureSetReference(project: "p", name: "s"), entities: [Entity(name: "id", type: .int64)],
            features: [])
        #expect(throws: KeyFault.self) { _ = try KeyReading.key(from: [("id", "abc")], of: set) }
    }

    @Test("an entity given twice is refused")
    func twice() {
        #expect(throws: KeyFault.twice(entity: "origin")) {
            _ = try KeyReading.key(from: [("origin", "EWR"), ("origin", "JFK")], of: SampleSets.weather)
        }
    }
}
