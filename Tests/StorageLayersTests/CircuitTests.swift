import StorageAPI
import Testing

@testable import StorageLayers

@Suite("Circuit")
struct CircuitTests {
    private static let policy = CircuitPolicy(failures: 3, rest: .seconds(1), longestRest: .seconds(3))
    private static let lost = Calls.failure(.unavailable)

    /// A circuit that three failures have opened, the last one at second 10.
    private func opened() -> Circuit {
        var circuit = Circuit(Self.policy)
        for second in [0, 5, 10] {
            #expect(circuit.admit(at: .seconds(second)) == .granted)
            circuit.ended(.failed(Self.lost), isTrial: false, at: .seconds(second))
        }
        return circuit
    }

    private func opening(_ failures: Int) -> Circuit.Opening { Circuit.Opening(cause: Self.lost, failures: failures) }

    @Test("so many failures in a row open it, for a rest")
    func opens() {
        var circuit = opened()
        #expect(circuit.admit(at: .seconds(10)) == .refused(left: .seconds(1), opening(3)))
        #expect(circuit.admit(at: .milliseconds(10_900)) == .refused(left: .milliseconds(100), opening(3)))
    }

    @Test("an answer in between begins the count anew")
    func countsInARow() {
        var circuit = Circuit(Self.policy)
        for _ in 0..<2 { circuit.ended(.failed(Self.lost), isTrial: false, at: .zero) }
        circuit.ended(.answered, isTrial: false, at: .zero)
        for _ in 0..<2 { circuit.ended(.failed(Self.lost), isTrial: false, at: .zero) }
        #expect(circuit.admit(at: .zero) == .granted)
        circuit.ended(.failed(Self.lost), isTrial: false, at: .zero)
        #expect(circuit.admit(at: .zero) == .refused(left: .seconds(1), opening(3)))
    }

    @Test("after the rest one attempt goes through, and the others wait for what comes of it")
    func triesOnce() {
        var circuit = opened()
        #expect(circuit.admit(at: .seconds(11)) == .trial)
        #expect(circuit.admit(at: .seconds(11)) == .refused(left: .zero, opening(3)))
        circuit.ended(.answered, isTrial: true, at: .seconds(12))
        #expect(circuit.admit(at: .seconds(12)) == .granted)
    }

    @Test("trials that fail double the rest, up to the longest")
    func doubles() {
        var circuit = opened()
        var now = Duration.seconds(11)
        for (number, rest) in [2, 3, 3].enumerated() {
            #expect(circuit.admit(at: now) == .trial)
            circuit.ended(.failed(Self.lost), isTrial: true, at: now)
            #expect(circuit.admit(at: now) == .refused(left: .seconds(rest), opening(4 + number)))
            now += .seconds(rest)
        }
        #expect(circuit.admit(at: now) == .trial)
        circuit.ended(.answered, isTrial: true, at: now)
        // Healed: the next rest is the first again.
        for _ in 0..<3 { circuit.ended(.failed(Self.lost), isTrial: false, at: now) }
        #expect(circuit.admit(at: now) == .refused(left: .seconds(1), opening(3)))
    }

    @Test("a trial that tells nothing leaves the trial to the next attempt")
    func cancelledTrial() {
        var circuit = opened()
        #expect(circuit.admit(at: .seconds(11)) == .trial)
        circuit.ended(.untold, isTrial: true, at: .seconds(11))
        #expect(circuit.admit(at: .seconds(11)) == .trial)
    }

    @Test("attempts from before it opened change nothing by failing, and close it by an answer")
    func latecomers() {
        var circuit = opened()
        circuit.ended(.failed(Self.lost), isTrial: false, at: .milliseconds(10_500))
        circuit.ended(.untold, isTrial: false, at: .milliseconds(10_500))
        #expect(circuit.admit(at: .milliseconds(10_500)) == .refused(left: .milliseconds(500), opening(3)))
        #expect(circuit.admit(at: .seconds(11)) == .trial)
        circuit.ended(.failed(Self.lost), isTrial: false, at: .seconds(11))
        #expect(circuit.admit(at: .seconds(11)) == .refused(left: .zero, opening(3)))
        circuit.ended(.answered, isTrial: false, at: .seconds(11))
        #expect(circuit.admit(at: .seconds(11)) == .granted)
    }
}
