import FeatureModel
import StorageAPI
import StorageContract
import StorageLayers
import Synchronization
import Testing

@Suite("The contract over layers")
struct LayeredContractTests {
    static let patient = RetryPolicy(
        maxRetries: 20, initialBackoff: .microseconds(1), maxBackoff: .microseconds(1), attemptTimeout: .seconds(60))

    @Test("every clause is kept within all layers of production", arguments: StorageContract.clauses)
    func production(_ clause: Clause) async {
        let harness = MemoryHarness { card in
            card.within(
                LayerStack([
                    Metering(StoreMeter()), Retrying(Self.patient), TimingOut(after: Self.patient.attemptTimeout),
                ]))
        }
        #expect(await clause.verify(with: harness).violation == nil)
    }

    /// Clauses that ask how often something was done, which a lost answer makes uncertain.
    static let uncertain: Set<ClauseID> = [
        "source.publish-counts", "source.ingestion-memory", "source.other-ingestion", "letters.replays",
        "letters.discard",
        "historical.same-id",
    ]

    @Test("every clause is kept over a store that fails a third of its calls", arguments: StorageContract.clauses)
    func faulty(_ clause: Clause) async {
        let plan = FaultPlan()
        let randomness = Mutex(SplitMix64(seed: 7))
        let losesAnswers = !Self.uncertain.contains(clause.id)
        plan.setRule { call in
            let error = call.error(.unavailable, .transient, "scripted")
            let submits = call.operation == .submit || call.operation == .readSource
            return switch randomness.withLock({ $0.next() % 6 }) {
            case 0: .refused(error)
            case 1: losesAnswers && !submits ? .answerLost(error) : .refused(error)
            default: .none
            }
        }
        let harness = MemoryHarness { $0.within(LayerStack([Retrying(Self.patient), Faulty(plan)])) }
        #expect(await clause.verify(with: harness).violation == nil)
    }
}
