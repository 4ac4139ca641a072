import FeatureModel
import Ingestion
import Testing

@Suite("Dead letters have the same id in every process")
struct DeadLetterIdentityTests {
    private let position = SourcePosition(partition: 1, offset: 42)

    @Test("an id is made of source, store and position, and is the same for ever")
    func stable() {
        let id = DeadLetterIdentity.id(at: position, of: .local, for: "online")
        #expect(id == "dl-4666b51f2aa27a24")
        #expect(DeadLetterIdentity.id(ofRow: 7, of: "ing-1") == "dl-7262a9e643a09bbf")
    }

    @Test("another position, store, source, ingestion or row has another id")
    func distinct() {
        let ids: [DeadLetterID] = [
            DeadLetterIdentity.id(at: position, of: .local, for: "online"),
            DeadLetterIdentity.id(at: SourcePosition(partition: 1, offset: 43), of: .local, for: "online"),
            DeadLetterIdentity.id(at: SourcePosition(partition: 2, offset: 42), of: .local, for: "online"),
            DeadLetterIdentity.id(at: position, of: .local, for: "historical"),
            DeadLetterIdentity.id(
                at: position, of: SourceDefinition(type: "LOCAL", config: ["path": "x"]), for: "online"),
            DeadLetterIdentity.id(ofRow: 1, of: "ing-1"), DeadLetterIdentity.id(ofRow: 2, of: "ing-1"),
            DeadLetterIdentity.id(ofRow: 1, of: "ing-2"),
        ]
        #expect(Set(ids).count == ids.count)
    }

    @Test("neighbouring positions never collide")
    func spread() {
        let ids = (0..<50_000).map {
            DeadLetterIdentity.id(at: SourcePosition(partition: 0, offset: $0), of: .local, for: "online")
        }
        #expect(Set(ids).count == ids.count)
    }
}
