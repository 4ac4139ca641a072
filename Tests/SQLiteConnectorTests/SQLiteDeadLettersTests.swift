import FeatureModel
import SQLiteAccess
import StorageAPI
import StorageContract
import Testing

@testable import SQLiteConnector

@Suite("Dead letters in SQLite")
struct SQLiteDeadLettersTests {
    private let fixture: SQLiteFixture

    init() throws {
        fixture = try SQLiteFixture()
    }

    private func letter(_ number: Int) -> DeadLetter {
        DeadLetter(
            id: DeadLetterID("letter-\(number)"),
            at: Timestamp(seconds: Int64(number / 10), nanoseconds: Int32(number % 10)),
            featureSet: nil, store: "embedded", job: nil, transform: "decode",
            reason: number % 2 == 0 ? .undecodable : .wrongType, message: "m",
            payload: [UInt8](repeating: 1, count: 500),
            position: nil)
    }

    @Test(
        "pages far down are found in the index, without reading a payload",
        arguments: [
            DeadLetterQuery(), DeadLetterQuery(reason: .undecodable),
            DeadLetterQuery(job: "job", since: Timestamp(seconds: 3)),
        ])
    func paging(_ query: DeadLetterQuery) async throws {
        let store = SQLiteDeadLetters(fixture.configuration)
        try await store.append([letter(1)])
        let filter = SQLiteDeadLetterFilter(query)
        let database = try fixture.database()
        let page = try filter.statement(
            "EXPLAIN QUERY PLAN " + SQLiteDeadLetters.page(filter), in: database)
        var plan: [String] = []
        while try page.step() { plan.append(page.text(3)) }
        #expect(plan.contains { $0.contains("COVERING INDEX dead_letters_newest") }, "\(plan)")
        #expect(!plan.contains { $0.hasPrefix("SCAN dead_letters") && !$0.contains("INDEX") }, "\(plan)")
    }

    @Test("the last page of many is right")
    func lastPage() async throws {
        let store = SQLiteDeadLetters(fixture.configuration)
        try await store.append((0..<20_000).map { letter($0) })
        let last = try await store.list(DeadLetterQuery(), limit: 10, offset: 19_995)
        #expect(last.map(\.id) == (0..<5).reversed().map { letter($0).id })
        let groups = try await store.groups(DeadLetterQuery())
        #expect(groups.map(\.count) == [10_000, 10_000])
        #expect(groups.map(\.first) == [letter(0).at, letter(1).at])
        #expect(groups.map(\.last) == [letter(19_998).at, letter(19_999).at])
    }

    @Test("many ids can be meant at once")
    func manyIDs() async throws {
        let store = SQLiteDeadLetters(fixture.configuration)
        try await store.append((0..<100).map { letter($0) })
        let ids = Set((50..<50_000).map { letter($0).id })
        #expect(try await store.count(DeadLetterQuery(ids: ids)) == 50)
        #expect(try await store.discard(DeadLetterQuery(reason: .wrongType, ids: ids)) == 25)
        #expect(try await store.count(DeadLetterQuery()) == 75)
    }
}
