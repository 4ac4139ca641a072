import Testing

@testable import RedisConnector

@Suite struct BusyPollingTests {
    /// Asks until an answer is worth looking for again; how many questions passed in between.
    private func rest(of polling: inout BusyPolling) -> Int {
        var questions = 0
        while !polling.isWorthwhile() { questions += 1 }
        return questions
    }

    @Test("where answers come at once, every one is looked for")
    func prompt() {
        var polling = BusyPolling()
        for _ in 0..<100 {
            let isWorthwhile = polling.isWorthwhile()
            #expect(isWorthwhile)
            polling.ended(answered: true)
        }
    }

    @Test("each look in vain is followed by a rest twice as long, up to 1024 questions; an answer ends that")
    func slow() {
        var polling = BusyPolling()
        #expect(rest(of: &polling) == 0)
        var rests: [Int] = []
        for _ in 0..<9 {
            polling.ended(answered: false)
            rests.append(rest(of: &polling))
        }
        #expect(rests == [8, 16, 32, 64, 128, 256, 512, 1024, 1024])
        polling.ended(answered: true)
        #expect(rest(of: &polling) == 0)
        polling.ended(answered: false)
        #expect(rest(of: &polling) == 8)
    }
}
