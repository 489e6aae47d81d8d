/// Keeps a large value elsewhere, so that what holds it is small: copying it copies a reference, changing it makes a
/// copy only where it is shared.
@propertyWrapper struct Boxed<Value> {
    // A list is the one box of the standard library that copies on writing.
    private var elements: [Value]

    init(wrappedValue: Value) { elements = [wrappedValue] }

    var wrappedValue: Value {
        get { elements[0] }
        _modify { yield &elements[0] }
    }
}

extension Boxed: Sendable where Value: Sendable {}
extension Boxed: Equatable where Value: Equatable {}
extension Boxed: Hashable where Value: Hashable {}
