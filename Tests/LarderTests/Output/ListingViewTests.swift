import ArgumentParser
import FeatureModel
import Operations
import Testing

@testable import larder

@Suite("Listing view")
struct ListingViewTests {
    private static let asOf = Timestamp(seconds: 0)

    private var listing: Listing {
        let rows: [(at: String, to: JobStatus, reason: String)] = [
            ("2013-01-02T00:00:00Z", .running, "ten"), ("2013-01-02T00:00:00.5Z", .error, "a"),
            ("2013-01-01T23:59:59Z", .completed, "b"),
        ]
        let events = rows.map { row in
            JobEvent(
                at: Timestamp(rfc3339: row.at) ?? Self.asOf, from: nil, to: row.to, by: "test", reason: row.reason)
        }
        return Kind.jobEvent.listing(events, asOf: Self.asOf)
    }

    private func reasons(_ arguments: String...) throws -> [String] {
        let options = try ListOptions.parse(arguments)
        return try ListingView(options).apply(to: listing).items.map { ListingColumn.plain($0["reason"] ?? .null) }
    }

    @Test("times stand in their order, whatever their digits")
    func sortsTimes() throws {
        #expect(try reasons("--sort", "at") == ["b", "ten", "a"])
        #expect(try reasons("--sort", "TIME:desc") == ["a", "ten", "b"])
    }

    @Test("numbers stand in their order, unknown ones first")
    func sortsNumbers() throws {
        let projects = [("a", 10), ("b", 9)].map {
            ProjectSummary(name: ProjectName($0.0), featureSets: $0.1, createdAt: Self.asOf)
        }
        let options = try ListOptions.parse(["--sort", "featureSets"])
        let sorted = try ListingView(options).apply(to: Kind.project.listing(projects, asOf: Self.asOf))
        #expect(sorted.items.map { $0["name"] } == [.string("b"), .string("a")])
    }

    @Test("a filter keeps what matches")
    func filters() throws {
        #expect(try reasons("--filter", "to:ERROR") == ["a"])
        #expect(try reasons("--filter", "!to:ERROR") == ["ten", "b"])
    }

    @Test("a limit cuts, and says so")
    func limits() throws {
        let cut = try ListingView(try ListOptions.parse(["--limit", "2"])).apply(to: listing)
        #expect(cut.items.count == 2)
        #expect(cut.isTruncated)
        #expect(try !ListingView(try ListOptions.parse(["--limit", "3"])).apply(to: listing).isTruncated)
    }

    @Test("an unknown column is refused, and the hint lists what there is", arguments: ["--columns", "--sort"])
    func unknownColumn(_ option: String) throws {
        let view = ListingView(try ListOptions.parse([option, "nosuch"]))
        let error = #expect(throws: OperationError.self) {
            _ = try view.columns(of: listing)
            _ = try view.apply(to: listing)
        }
        #expect(error?.code == .invalid)
        #expect(error?.target == "nosuch")
        #expect(error?.hint?.contains("reason") == true)
    }

    @Test("columns are shown in the order asked, by field or heading, also fields without a column of their own")
    func columns() throws {
        let view = ListingView(try ListOptions.parse(["--columns", "lostHeartbeat,STATUS,id"]))
        let columns = try view.columns(of: Kind.job.listing([], asOf: Self.asOf))
        #expect(columns.map(\.field) == ["lostHeartbeat", "status", "id"])
    }

    @Test("a wrong order, filter or limit is a request that can never work")
    func wrongOptions() throws {
        for arguments in [["--sort", "at:up"], ["--limit=-1"], ["--filter", "/[/"]] {
            let view = ListingView(try ListOptions.parse(arguments))
            let error = #expect(throws: OperationError.self) { _ = try view.apply(to: listing) }
            #expect(error?.code == .invalid)
        }
    }
}
