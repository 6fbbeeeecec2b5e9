// SPDX-License-Identifier: Apache-2.0
#pragma once
// Stands in for ankerl::unordered_dense, which Debian 12 does not package, on Abseil's flat
// hash tables, which it does. Abseil's erase(iterator) returns nothing; callers here expect
// the next iterator, so it is taken before the erase (Abseil keeps other iterators valid).
#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>
#include <iterator>

namespace ankerl::unordered_dense
{
	template<class T>
	using hash = absl::container_internal::hash_default_hash<T>;

	template<class Table>
	class WithErase : public Table
	{
	public:
		using Table::Table;
		using Table::erase;
		typename Table::iterator erase(typename Table::iterator it)
		{
			auto next = std::next(it);
			Table::erase(it);
			return next;
		}
		typename Table::iterator erase(typename Table::const_iterator it)
		{
			auto* self = static_cast<Table*>(this);
			auto found = self->find(this->KeyOf(*it));
			return erase(found);
		}

	private:
		template<class V>
		static const auto& KeyOf(const V& value)
		{
			if constexpr (requires { value.first; })
			{
				return value.first;
			}
			else
			{
				return value;
			}
		}
	};

	template<class K, class V, class H = hash<K>, class E = absl::container_internal::hash_default_eq<K>>
	using map = WithErase<absl::flat_hash_map<K, V, H, E>>;

	template<class K, class H = hash<K>, class E = absl::container_internal::hash_default_eq<K>>
	using set = WithErase<absl::flat_hash_set<K, H, E>>;
} // namespace ankerl::unordered_dense
