import Dispatch
import Testing

@testable import KafkaConnector

@Suite struct FetchReminderTests {
    private let reminder = FetchReminder(count: 100, bytes: 1000)

    @Test("a queue that was full is asked for once it is half empty, and once only")
    func onceHalfEmpty() {
        let asked = DispatchSemaphore(value: 0)
        func look(_ count: Int) -> Bool { reminder.look(count: count, bytes: 0) { asked.signal() } }
        #expect(!look(10))
        #expect(!look(100))
        #expect(!look(50))
        #expect(look(49))
        #expect(asked.wait(timeout: .now() + 60) == .success)
        #expect(!look(0))
    }

    @Test("bytes fill it as records do")
    func bytes() {
        #expect(!reminder.look(count: 1, bytes: 1000) {})
        #expect(!reminder.look(count: 1, bytes: 500) {})
        #expect(reminder.look(count: 1, bytes: 499) {})
    }

    @Test("one question is under way at a time; the next one is not forgotten", .timeLimit(.minutes(1)))
    func oneAtATime() async {
        let (asked, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        func look(_ count: Int) -> Bool {
            reminder.look(count: count, bytes: 0) {
                asked.signal()
                mayEnd.wait()
            }
        }
        #expect(!look(100))
        #expect(look(0))
        #expect(!look(100))
        #expect(!look(0))
        mayEnd.signal()
        while !look(0), !Task.isCancelled { await Task.yield() }
        mayEnd.signal()
    }
}
