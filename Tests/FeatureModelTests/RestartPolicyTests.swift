import FeatureModel
import Testing

@Suite("When failed jobs are tried again")
struct RestartPolicyTests {
    @Test("rests double up to the longest; a first loss is no reason to rest")
    func rests() {
        let policy = RestartPolicy(errorRest: .seconds(60), lossRest: .seconds(5), longestRest: .seconds(200))
        #expect((1...4).map { policy.rest(afterErrors: $0) } == [60, 120, 200, 200].map { .seconds($0) })
        #expect((0...4).map { policy.rest(afterLosses: $0) } == [0, 0, 5, 10, 20].map { .seconds($0) })
        #expect(policy.rest(afterLosses: .max) == .seconds(200))
    }
}
