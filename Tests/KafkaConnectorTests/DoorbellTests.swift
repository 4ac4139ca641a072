import Testing

@testable import KafkaConnector

@Suite("The doorbell")
struct DoorbellTests {
    @Test("wakes who waits, and who comes later until it is silenced", .timeLimit(.minutes(1)))
    func rings() async {
        let doorbell = Doorbell()
        async let one: Void = doorbell.wait(atMost: .seconds(3600))
        async let two: Void = doorbell.wait(atMost: .seconds(3600))
        doorbell.ring()
        _ = await (one, two)
        await doorbell.wait(atMost: .seconds(3600))
        doorbell.silence()
        await doorbell.wait(atMost: .milliseconds(1))
    }

    @Test("a cancelled wait ends", .timeLimit(.minutes(1)))
    func cancelled() async {
        let doorbell = Doorbell()
        let waiting = Task { await doorbell.wait(atMost: .seconds(3600)) }
        waiting.cancel()
        await waiting.value
    }
}
