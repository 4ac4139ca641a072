import Operations
import Testing

struct OperationErrorTests {
    @Test("message and hint stand in one line")
    func descriptionWithHint() {
        let error = OperationError(.notFound, "there is no store x", target: "x", hint: "did you mean y?")
        #expect(error.description == "there is no store x; did you mean y?")
    }

    @Test("without a hint the message stands alone")
    func descriptionWithoutHint() {
        #expect(OperationError(.failed, "it failed").description == "it failed")
    }
}
