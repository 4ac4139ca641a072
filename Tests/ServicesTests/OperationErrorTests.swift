import Documents
import FeatureModel
import Ingestion
import LocalState
import Operations
import Registry
import StorageAPI
import Testing

@testable import Services

@Suite("Failures are told as the command line's contract says")
struct OperationErrorTests {
    static let storeCodes: [(StoreError.Code, OperationError.Code)] = [
        (.unavailable, .unreachable), (.throttled, .unreachable), (.timedOut, .timedOut), (.misconfigured, .invalid),
        (.unsupported, .invalid), (.denied, .refused), (.cancelled, .interrupted), (.rejected, .failed),
        (.corrupted, .failed), (.unexpected, .failed),
    ]

    @Test("every code of a store has its translation", arguments: storeCodes)
    func stores(code: StoreError.Code, expected: OperationError.Code) {
        let error = StoreError(
            code, recovery: .permanent, operation: "write rows", connector: "REDIS", store: "online",
            message: "it is so", context: ["port": "6379"])
        let told = OperationError(error)
        #expect(told.code == expected)
        #expect(told.target == "online")
        #expect(told.message.contains("it is so") && told.message.contains("6379"))
    }

    @Test("no code of a store was forgotten")
    func completeness() {
        #expect(Set(Self.storeCodes.map(\.0)) == Set(StoreError.Code.allCases))
    }

    @Test("every code of the registry and the job-state database has a translation that keeps message and hint")
    func registry() {
        for code in RegistryErrorCode.allCases {
            let told = OperationError(RegistryError(code, "what", target: "t", hint: "do"))
            #expect(told.message == "what" && told.target == "t" && told.hint == "do")
            #expect((told.code == .notFound) == (code == .notFound))
            #expect((told.code == .refused) == (code == .refused))
            #expect((told.code == .unreachable) == (code == .unavailable))
        }
        for code in LocalStateErrorCode.allCases {
            let told = OperationError(LocalStateError(code, "what", hint: "do"))
            #expect(told.message == "what" && told.hint == "do")
            #expect((told.code == .unreachable) == (code == .locked))
            #expect((told.code == .interrupted) == (code == .cancelled))
        }
    }

    @Test("a document's fault is invalid, and its place is the target")
    func documents() {
        let told = OperationError(
            DocumentError(file: "larder.yaml", line: 7, key: "stores", message: "what", hint: "do"))
        #expect(
            told == OperationError(.invalid, "larder.yaml:7: stores: what", target: "larder.yaml line 7", hint: "do"))
    }

    @Test("the job-state database as a plug: what passes is transient, a lost lease ends the work")
    func statePlug() {
        #expect(StoreError(LocalStateError(.locked, "x"), operation: "o").recovery == .transient)
        #expect(StoreError(LocalStateError(.leaseLost, "x"), operation: "o").code == .cancelled)
        for code in LocalStateErrorCode.allCases where code != .locked && code != .full {
            #expect(StoreError(LocalStateError(code, "x"), operation: "o").recovery == .permanent)
        }
    }

    @Test("an ingestion that was interrupted says that running it again is safe")
    func ingestion() {
        #expect(OperationError(FileIngestionFailure.cancelled).code == .interrupted)
        #expect(OperationError(FileIngestionFailure.header(message: "m", hint: "h")).code == .invalid)
    }
}
