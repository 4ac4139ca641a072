import FeatureModel
import Operations
import Testing

@testable import larder

@Suite("Times as typed")
struct TimeTextTests {
    @Test("a time with a zone is read")
    func zone() throws {
        #expect(try TimeText.parse("2013-02-01T01:00:00+01:00", option: "--at") == Timestamp(seconds: 1_359_676_800))
        #expect(try TimeText.parse(nil, option: "--at") == nil)
    }

    @Test("a time without a zone is refused, naming the option")
    func refused() {
        let error = #expect(throws: OperationError.self) {
            _ = try TimeText.parse("2013-02-01T00:00:00", option: "--at")
        }
        #expect(error?.code == .invalid)
        #expect(error?.message.contains("--at") == true)
    }
}
