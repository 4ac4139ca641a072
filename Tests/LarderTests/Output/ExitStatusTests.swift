import Operations
import Testing

@testable import larder

@Suite("Exit status")
struct ExitStatusTests {
    @Test(
        "every code of an error has the exit code of the contract",
        arguments: zip(
            [
                OperationError.Code.failed, .invalid, .unreachable, .timedOut, .notFound, .refused, .interrupted,
            ], [1, 2, 3, 4, 5, 6, 130] as [Int32]))
    func codes(_ code: OperationError.Code, _ number: Int32) {
        #expect(ExitStatus(code).rawValue == number)
    }

    @Test("every code is among those")
    func allCodes() {
        #expect(OperationError.Code.allCases.count == 7)
    }

    @Test("one failed target fails the whole; a skipped one does not")
    func outcomes() {
        let done = OrderOutcome(target: "a", result: .done, message: "")
        let skipped = OrderOutcome(target: "b", result: .skipped, message: "")
        let failed = OrderOutcome(target: "c", result: .failed, message: "")
        #expect(ExitStatus([done, skipped]) == .done)
        #expect(ExitStatus([done, failed]) == .failed)
        #expect(ExitStatus([]) == .done)
    }
}
