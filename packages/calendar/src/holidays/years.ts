/** The holiday years, in order. Written by packages/calendar/scripts/update.mjs. */
import year2010 from './2010.json'
import year2011 from './2011.json'
import year2012 from './2012.json'
import year2013 from './2013.json'
import year2014 from './2014.json'
import year2015 from './2015.json'
import year2016 from './2016.json'
import year2017 from './2017.json'
import year2018 from './2018.json'
import year2019 from './2019.json'
import year2020 from './2020.json'
import year2021 from './2021.json'
import year2022 from './2022.json'
import year2023 from './2023.json'
import year2024 from './2024.json'
import year2025 from './2025.json'
import year2026 from './2026.json'

export const holidayYears = [
  year2010,
  year2011,
  year2012,
  year2013,
  year2014,
  year2015,
  year2016,
  year2017,
  year2018,
  year2019,
  year2020,
  year2021,
  year2022,
  year2023,
  year2024,
  year2025,
  year2026,
]
