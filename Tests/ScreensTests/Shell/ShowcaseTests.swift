import FeatureModel
import Operations
import Showcase
import Testing

@Suite("The invented world")
struct ShowcaseTests {
    @Test("it has 58 feature sets, 31 jobs, 4 stores, exports in every status and 1,226 dead letters")
    func counts() async throws {
        let operations = Showcase.operations()
        #expect(try await operations.featureSets.list(nil).count == 58)
        #expect(try await operations.jobs.list(JobQuery()).count == 31)
        #expect(try await operations.stores.list().count == 4)
        #expect(Set(try await operations.exports.list().map(\.status)) == Set(ExportStatus.allCases))
        #expect(try await operations.deadLetters.list(DeadLetterQuery(), 50, 0).total == 1_226)
    }

    @Test("one key shows all five states of an online value")
    func states() async throws {
        let features = [
            "card_txn:count_7d", "card_txn:last_mcc", "merchant_daily:chargebk", "device_login:geo",
            "customer_kyc:risk_note",
        ].compactMap { FeatureReference($0) }
        let answer = try await Showcase.operations().online.get(
            OnlineQuery(keys: [[.init(name: "customer_id", text: "100482")]], features: features))
        #expect(answer.values.map(\.state) == [.present, .null, .noKey, .tooOld, .unknown])
    }

    @Test("the same seed gives the same world, another seed another")
    func seeds() async throws {
        func labels(_ seed: UInt64) async throws -> [[String: String]] {
            try await Showcase.operations(ShowcaseScenario(seed: seed)).featureSets.list(nil)
                .map(\.record.definition.labels)
        }
        #expect(try await labels(7) == labels(7))
        #expect(try await labels(7) != labels(8))
    }

    @Test("jobs feed exactly the feature sets that their store subscribes to")
    func consistency() async throws {
        let operations = Showcase.operations()
        for summary in try await operations.jobs.list(JobQuery()) {
            let store = try await operations.stores.get(summary.job.store)
            #expect(!summary.job.featureSets.isEmpty)
            #expect(summary.job.featureSets.allSatisfy(store.featureSets.contains), "\(summary.job.id)")
        }
    }

    @Test("a read-only world refuses every change")
    func readOnly() async throws {
        let operations = Showcase.operations(ShowcaseScenario(isReadOnly: true))
        await #expect(throws: OperationError.self) { try await operations.jobs.stop(["ing-2b77"]) }
        await #expect(throws: OperationError.self) { try await operations.stores.delete("redis-eu") }
        #expect(try await operations.jobs.get("ing-2b77").job.status == .running)
    }

    @Test("a question that waits at the gate and is cancelled ends")
    func cancelled() async {
        let showcase = Showcase()
        showcase.hold()
        let question = Task { try? await showcase.operations.stores.list() }
        question.cancel()
        #expect(await question.value == nil)
    }

    @Test("100,000 dead letters are there when asked for, page by page")
    func huge() async throws {
        let letters = Showcase.operations(ShowcaseScenario(population: .huge)).deadLetters
        let page = try await letters.list(DeadLetterQuery(), 500, 99_900)
        #expect(page.total == 100_000)
        #expect(page.letters.count == 100)
    }
}
