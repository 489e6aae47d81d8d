/// Finds out whether links from page to page lead in a circle, remembering one of them alone.
struct LinkHistory {
    // Brent's method: the landmark is moved ever farther, until the circle fits between two moves.
    private var landmark: String?
    private var distance = 0
    private var reach = 1

    /// Whether a link is not the one that was remembered; in a circle, one is before long.
    mutating func isNew(_ link: String) -> Bool {
        guard link != landmark else { return false }
        distance += 1
        if distance == reach {
            landmark = link
            distance = 0
            reach *= 2
        }
        return true
    }
}
