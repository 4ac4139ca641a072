import FeatureModel
import Operations
import Showcase
import Testing
import TextCanvas

@testable import ConsoleKit
@testable import Screens

/// A generator that gives the same keys for the same seed.
private struct KeyStream: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 33)
    }
}

@Suite("Random keys")
struct ConsoleFuzzTests {
    private static let named: [Key] = [
        .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .enter, .enter, .escape, .tab, .backTab, .backspace,
        .delete, .insert, .function(1), .function(4), .function(9), .control("l"), .control("u"), .control("d"),
    ]
    private static let letters = Array("abdefghijklmnorstuvwxyzDEPRTXGN0123456789:/?!=*+-, .'")

    @Test("nothing crashes, and nothing changes without a question that was answered", arguments: [1, 2, 3, 4])
    func keys(_ seed: UInt64) async {
        var random = KeyStream(state: seed)
        var gallery = Gallery(Route("stores"))
        var orders = 0
        for step in 0..<1500 {
            if gallery.driver.exit != nil {
                await gallery.driver.close()
                gallery = Gallery(Route("stores"))
                orders = 0
            }
            let isAsked = gallery.isAsking
            switch Int.random(in: 0..<40, using: &random) {
            case 0:
                let size = Size(
                    columns: Int.random(in: 1...200, using: &random), rows: Int.random(in: 1...60, using: &random))
                gallery.driver.send(.resized(size))
            case 1:
                gallery.clock.advance(by: .seconds(Int.random(in: 0...9, using: &random)))
                gallery.driver.fireTimers()
            case 2: gallery.showcase.setReachable(Bool.random(using: &random))
            case 3: gallery.showcase.setStore("redis-eu", isDown: Bool.random(using: &random))
            case 4:
                let place = Position(
                    column: Int.random(in: 0...100, using: &random), row: Int.random(in: 0...30, using: &random))
                gallery.driver.send(.mouse(MouseEvent(action: .click, position: place)))
            case 5...16: gallery.driver.press(Self.named.randomElement(using: &random) ?? .down)
            default: gallery.driver.press(.character(Self.letters.randomElement(using: &random) ?? "j"))
            }
            await gallery.settle()
            let now = gallery.showcase.orders.count
            #expect(now == orders || isAsked, "seed \(seed), step \(step): \(gallery.showcase.orders.suffix(1))")
            orders = now
        }
        await gallery.driver.close()
    }
}

extension Gallery {
    /// True while a question before a change waits for its answer.
    fileprivate var isAsking: Bool {
        if case .confirmation = driver.console.shell.overlay { true } else { false }
    }
}
