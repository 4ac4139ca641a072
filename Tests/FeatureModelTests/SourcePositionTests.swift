import FeatureModel
import Testing

@Suite("Positions in a source")
struct SourcePositionTests {
    @Test("positions order by partition, then offset")
    func orders() {
        let early = SourcePosition(partition: 0, offset: 9)
        #expect(early < SourcePosition(partition: 1, offset: 0))
        #expect(early < SourcePosition(partition: 0, offset: 10))
        #expect(!(early < early))
    }
}
