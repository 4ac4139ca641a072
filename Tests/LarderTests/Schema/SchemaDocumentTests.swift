import ConsoleKit
import Documents
import FeatureModel
import Operations
import Showcase
import Testing
import Themes

@testable import larder

@Suite("Schema")
struct SchemaDocumentTests {
    private let operations = Showcase.operations()

    private func check<Thing>(
        _ kind: Kind<Thing>, _ things: [Thing], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(!things.isEmpty, sourceLocation: sourceLocation)
        let own = SchemaCheck(schema: try JSONTree(JSONText.write(SchemaDocument.of(kind.shape), pretty: true)))
        let whole = SchemaCheck(schema: try JSONTree(JSONText.write(SchemaDocument.whole)))
        let listing = kind.listing(
            things, asOf: operations.now(), errors: [ErrorText.fields(OperationError(.unreachable, "down"))])
        for document in things.prefix(20).map({ kind.object($0) }) + [listing.document] {
            let tree = try JSONTree(JSONText.write(document, pretty: true))
            #expect(own.faults(of: tree) == [], sourceLocation: sourceLocation)
            #expect(whole.faults(of: tree) == [], sourceLocation: sourceLocation)
        }
    }

    @Test("stores, sets, jobs, projects and connectors are as the schema says")
    func registry() async throws {
        let jobs = try await operations.jobs.list(JobQuery())
        try check(.job, jobs)
        try check(.jobEvent, try await operations.jobs.history(try #require(jobs.first).job.id))
        try check(.store, try await operations.stores.list())
        try check(.featureSet, try await operations.featureSets.list(nil))
        try check(.project, try await operations.projects.list())
        try check(.connector, operations.connectors)
    }

    @Test("exports and dead letters are as the schema says")
    func work() async throws {
        try check(.export, try await operations.exports.list())
        try check(.deadLetter, try await operations.deadLetters.list(DeadLetterQuery(), 50, 0).letters)
        try check(.deadLetterGroup, try await operations.deadLetters.groups(DeadLetterQuery()))
    }

    @Test("online values of every type and state are as the schema says")
    func values() throws {
        let feature = FeatureReference(project: "p", featureSet: "s", feature: "f")
        let values: [FeatureValue?] = [
            nil, .bool(true), .int64(.max), .double(.nan), .float(0.5), .string("x"), .bytes([1]), .int32List([1]),
            .doubleList([.infinity]), .stringList([""]), .bytesList([[2]]), .boolList([false]),
        ]
        let states = values.indices.map { OnlineState.allCases[$0 % OnlineState.allCases.count] }
        let things = zip(values, states).map {
            OnlineValue(
                entities: [NamedValue(name: "key", value: .int64(.min))], feature: feature, type: .string, value: $0,
                state: $1, eventTimestamp: $0 == nil ? nil : Timestamp(seconds: 1), createdTimestamp: nil,
                ageSeconds: $0 == nil ? nil : -1, maxAgeSeconds: nil, served: $0, store: "online")
        }
        try check(.value, things)
        let steps: [WhyStep] = [
            WhyStep(step: "a", verdict: .ok, fact: "f"),
            WhyStep(step: "b", verdict: .notApplicable, fact: "g", target: .store("online")),
        ]
        try check(
            .why, [WhyAnswer(entities: [], feature: feature, steps: steps, conclusion: "so", value: things.first)])
    }

    @Test("outcomes are as the schema says")
    func outcomes() throws {
        try check(.applyResult, [ApplyOutcome(name: "x", result: .noChange, changes: ["a"])])
        try check(.orderResult, [OrderOutcome(target: "x", result: .skipped, message: "m")])
        try check(
            .ingestResult,
            [
                IngestResult(
                    ingestionID: "i", featureSet: FeatureSetReference(project: "p", name: "s"), rowsRead: .max,
                    rowsProduced: 1, rowsBad: 0,
                    stores: [IngestStoreProgress(name: "online", written: 1, failed: 0, ignored: 0, total: 1)],
                    seconds: 0)
            ])
    }

    @Test("what the program says of itself is as the schema says")
    func program() async throws {
        try check(.key, KeyTable.of(operations).bindings)
        try check(.version, [ProgramVersion(number: RunningProgram.version)])
        try check(.configurationPath, [ConfigurationPath(directory: "/srv")])
        try check(.finding, [Finding("a", .warn, "b"), Finding("a", .fail, "b", advice: "c")])
        try check(.theme, ThemeLibrary(directories: []).entries())
        let picture = ConfigurationPicture(
            workspace: operations.workspace, configuration: .standard, stateDirectory: "/state",
            stores: try await operations.stores.list())
        try check(.configuration, [picture])
    }

    @Test("an error is as the schema says")
    func error() throws {
        let whole = SchemaCheck(schema: try JSONTree(JSONText.write(SchemaDocument.whole)))
        for code in OperationError.Code.allCases {
            let tree = try JSONTree(JSONText.write(ErrorText.object(OperationError(code, "m", target: "t"))))
            #expect(whole.faults(of: tree) == [])
        }
    }

    @Test("a missing field, a wrong word and a wrong type are found")
    func faults() throws {
        let check = SchemaCheck(schema: try JSONTree(JSONText.write(SchemaDocument.of(Kind.orderResult.shape))))
        let wrong = [
            #"{"kind":"OrderResult","target":"t","result":"done"}"#,
            #"{"kind":"OrderResult","target":"t","result":"perhaps","message":"m"}"#,
            #"{"kind":"OrderResult","target":1,"result":"done","message":"m"}"#,
            #"{"kind":"Job","target":"t","result":"done","message":"m"}"#, "[]", "null",
        ]
        for text in wrong { #expect(!check.faults(of: try JSONTree(text)).isEmpty, "\(text)") }
        let right = #"{"kind":"OrderResult","target":"t","result":"done","message":"m","added":1}"#
        #expect(check.faults(of: try JSONTree(right)) == [])
    }

    @Test("titles are unique")
    func titles() {
        #expect(Set(KindCatalog.all.map(\.title)).count == KindCatalog.all.count)
    }
}
